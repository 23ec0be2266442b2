"""What runs beside an interview, and may be there or not: whoever shows or conducts it knows no more than this."""
