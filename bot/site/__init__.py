"""What citizens see in a browser: campaign page, web chat, plain form.

Templates say every sentence of a page; `static/chat/wording.js` says what the
chat's scripts must say. Scripts are ES2017 modules served as they are, so that
a phone of 2017 can run them; older ones are led to the plain form.
"""
