# xcoding:ascii
print("ä")
