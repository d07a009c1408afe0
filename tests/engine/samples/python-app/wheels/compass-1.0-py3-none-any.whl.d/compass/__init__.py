# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
def heading(degrees):
    return "N NE E SE S SW W NW".split()[round(degrees / 45) % 8]
