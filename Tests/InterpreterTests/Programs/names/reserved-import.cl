import numpy as np
#! syntax-absent
