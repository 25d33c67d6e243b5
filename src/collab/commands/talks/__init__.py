"""The commands about difficult conversations, from the first thought to the follow-up."""
