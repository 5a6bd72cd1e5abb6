# Every target is a word for house.py, which needs nothing but Python 3.11.
# More words for the program go into ARGS: make test ARGS="-k chat"

.PHONY: run setup test lint bench chaos eval

run setup test lint bench chaos eval:
	@python3 house.py $@ $(ARGS)
