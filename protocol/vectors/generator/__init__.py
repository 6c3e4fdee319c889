"""What `generate.py` runs: the protocol read anew (`reference`) and the cases put to it (`cases`)."""
