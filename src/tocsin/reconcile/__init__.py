"""Stage 7: what the reports of a case say, agree and differ on, and on how many independent origins."""
