"""Evidence: what speaks for or against two runs of segments saying the same. One small class a file.

All evidence is measured in one unit, so that it can be summed: the logarithm of how much likelier both runs are as a
bead than as segments that have nothing to do with each other. 0 says nothing; an omission or addition scores 0.
"""
