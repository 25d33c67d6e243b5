"""The pages of the journal: finding, reading and changing them; `collab journal …`."""
