"""Everything collab can say went wrong, in one file for each subject.

There is one class for each thing that can go wrong. Each knows its sentence, the next
step and the exit code; none of them ever holds the text of an answer. Whoever raises or
catches one takes it from here.
"""

# ruff: noqa: F403 - each file is given on whole, so that a new error stands in one place.

from collab.errors.command_line import *
from collab.errors.days import *
from collab.errors.files import *
from collab.errors.journal import *
from collab.errors.kinds import *
from collab.errors.pages import *
from collab.errors.people import *
from collab.errors.prompts import *
from collab.errors.reminder import *
from collab.errors.settings import *
from collab.errors.talks_and_promises import *
