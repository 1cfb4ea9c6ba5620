"""What an apparatus becomes: the public JSON file, the page, the table, the summary. Computes nothing new."""
