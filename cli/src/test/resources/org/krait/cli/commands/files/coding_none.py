

print("""
±""")
