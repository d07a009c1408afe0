# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for drydock
complete -c drydock -l target -x -d 'Show the build of this stage'
complete -c drydock -l build-arg -x -d 'Value of an ARG'
complete -c drydock -l theme -x -a 'auto light dark high-contrast' -d 'Colours'
complete -c drydock -l size -x -d 'Size of the picture'
complete -c drydock -l screenshot -r -d 'Draw the window into a PNG file and exit'
complete -c drydock -s h -l help -d 'Show help'
complete -c drydock -s v -l version -d 'Show version'
