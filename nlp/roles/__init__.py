"""What each thing named is to the story: cues, who tells, doubt, learned weights."""
