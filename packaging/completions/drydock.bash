# SPDX-FileCopyrightText: 2026 Drydock contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for drydock and drydock-cli

_drydock() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    case $prev in
        --theme)
            mapfile -t COMPREPLY < <(compgen -W 'auto light dark high-contrast' -- "$cur")
            return
            ;;
        --target | --build-arg | --size) return ;;
    esac
    case $cur in
        -*)
            mapfile -t COMPREPLY < <(compgen -W \
                '--target --build-arg --theme --screenshot --size --help --version' -- "$cur")
            ;;
        *)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            ;;
    esac
}
complete -F _drydock drydock

_drydock_cli() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} words
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'graph check refactor sizes build compare verify parse layout help --help --version' -- "$cur")
        return
    fi
    case $prev in
        --format)
            words='text json dot mermaid'
            [ "${COMP_WORDS[1]}" = graph ] || words=json
            [ "${COMP_WORDS[1]}" != check ] || words='text json sarif checkstyle github'
            [ "${COMP_WORDS[1]}" != refactor ] || words='text json diff'
            case ${COMP_WORDS[1]} in sizes | build | compare | verify) words='text json' ;; esac
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
            return
            ;;
        --show | --fail-on)
            mapfile -t COMPREPLY < <(compgen -W 'info warning error never' -- "$cur")
            return
            ;;
        --direction)
            mapfile -t COMPREPLY < <(compgen -W 'lr tb auto' -- "$cur")
            return
            ;;
        --target | --build-arg | --build-context | --platform | --jobs | -j | --pane | --rule | --set | --without | --line | \
            --host | --builder | --max-size | --path | --port | --expect | --timeout | --command | --tag | --secret | \
            --cache-from | --cache-to) return ;;
        --docker-context)
            mapfile -t COMPREPLY < <(compgen -W "$(docker context ls -q 2>/dev/null)" -- "$cur")
            return
            ;;
        refactor | --refactor)
            case $cur in
                -*) ;;
                *)
                    words=$("${COMP_WORDS[0]}" refactor --list 2>/dev/null | cut -d ' ' -f 1)
                    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
                    return
                    ;;
            esac
            ;;
    esac
    case $cur in
        -*)
            words='--format --target --build-arg --build-context --platform --jobs --help --version'
            [ "${COMP_WORDS[1]}" != check ] ||
                words+=' --fix --rule --show --fail-on --config --only-buildkit'
            [ "${COMP_WORDS[1]}" != refactor ] ||
                words='--format --target --build-arg --build-context --platform --list --write --set --without
                    --line --context --images --registry --help --version'
            case ${COMP_WORDS[1]} in
                sizes | build | compare | verify)
                    words='--format --target --build-arg --build-context --platform --context --host --docker-context
                        --secret --cache-from --builder --no-cache --pull --help --version'
                    ;;
            esac
            case ${COMP_WORDS[1]} in
                sizes) words+=' --image --registry --no-build --files --max-size' ;;
                build) words+=' --tag --cache-to --max-size' ;;
                compare) words+=' --image --refactor --set --max-size' ;;
                verify) words+=' --image --refactor --set --path --port --expect --timeout --command' ;;
            esac
            [ "${COMP_WORDS[1]}" != layout ] || words='--format --direction --pane --previous --help --version'
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
            ;;
        *)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            ;;
    esac
}
complete -F _drydock_cli drydock-cli
