"""What a period adds up to, and the sentences that say so."""
