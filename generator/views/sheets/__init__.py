"""What the printed weekly schedules share: which sessions stand on a sheet, as which boxes, where, and in what size of print.

selection → boxes → lanes and time_scale → arrangement; lettering tells how much room words need.
"""
