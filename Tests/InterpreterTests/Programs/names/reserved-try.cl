try: x = 1
#! syntax-absent
