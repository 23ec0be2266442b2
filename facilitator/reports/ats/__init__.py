"""One panelist's scorecard in the words of an applicant tracking system (ATS), one file of data for each of them."""
