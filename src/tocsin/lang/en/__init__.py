"""English: cues and their acts, pronouns, roles, states, nationalities, media, first names."""
