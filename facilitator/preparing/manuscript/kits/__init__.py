"""Interview kits and scorecards of applicant tracking systems (ATS), in the JSON of their APIs."""
