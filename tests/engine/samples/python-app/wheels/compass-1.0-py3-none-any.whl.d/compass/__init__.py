def heading(degrees):
    return "N NE E SE S SW W NW".split()[round(degrees / 45) % 8]
