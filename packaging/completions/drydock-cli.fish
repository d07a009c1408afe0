# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for drydock-cli
complete -c drydock-cli -n __fish_use_subcommand -x -a graph -d 'The stages and what they rest on'
complete -c drydock-cli -n __fish_use_subcommand -x -a parse -d 'The instructions and their places'
complete -c drydock-cli -n __fish_use_subcommand -x -a layout -d 'Places for the boxes of a graph'
complete -c drydock-cli -n __fish_use_subcommand -l help -d 'Show help'
complete -c drydock-cli -n __fish_use_subcommand -l version -d 'Show version'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph' -l format -x -a 'text json dot mermaid' -d 'Output format'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse' -l target -x -d 'The stage to be built'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse' -l build-arg -x -d 'Value of an ARG'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse' -l build-context -x -d 'A further build context'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse' -l platform -x -a 'linux/amd64 linux/arm64' -d 'Platform to build for'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse' -s j -l jobs -x -d 'Files at once'
complete -c drydock-cli -n '__fish_seen_subcommand_from graph parse layout' -s h -l help -d 'Show help'
complete -c drydock-cli -n '__fish_seen_subcommand_from parse layout' -l format -x -a json -d 'Output format'
complete -c drydock-cli -n '__fish_seen_subcommand_from layout' -l direction -x -a 'lr tb auto' -d 'Which way the arrows run'
complete -c drydock-cli -n '__fish_seen_subcommand_from layout' -l pane -x -d 'What auto fits the drawing into'
complete -c drydock-cli -n '__fish_seen_subcommand_from layout' -l previous -r -d 'Keep boxes where this layout has them'
