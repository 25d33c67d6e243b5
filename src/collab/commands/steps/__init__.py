"""The steps of a session: how each kind of question is asked, kept and left on the page."""
