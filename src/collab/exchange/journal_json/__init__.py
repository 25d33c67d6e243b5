"""The journal as a JSON document: read strictly, merged without loss, written whole."""
