"""What may break into a telling of something else, and what is asked of it.

The keys belong to no flow: whatever was being told, remains come to light and somebody
takes money.
"""

from handlers import readers
from handlers.questions import Question

FOUND_BESIDE = Question("found_beside", readers.words, is_asked=False)
FRAUD_BESIDE = Question("fraud_beside", readers.words, is_asked=False)
FOUND_PLACE = Question("found_place", readers.place)
BESIDES = (FOUND_BESIDE, FOUND_PLACE, FRAUD_BESIDE)
