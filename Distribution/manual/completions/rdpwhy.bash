#!/bin/bash

__rdpwhy_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__rdpwhy_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__rdpwhy_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__rdpwhy_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_rdpwhy() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __rdpwhy_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    analyze|batch|carve|diff|anonymize|inspect|explain|judge|reduce|evaluate|schema|mcp|help)
        # Offer subcommand argument completions
        "_rdpwhy_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'analyze batch carve diff anonymize inspect explain judge reduce evaluate schema mcp help' -- "${cur}"))
        ;;
    esac
}

_rdpwhy_analyze() {
    repeating_flags=()
    non_repeating_flags=(--keep-duplicates --summary --force --all --digest --no-digest --quiet -q --verbose -v --print-config --version -h --help)
    repeating_options=(--point --port --keylog --client --server --user --session)
    non_repeating_options=(--series --log-zone --max-memory --config --since --until --cause --filter --format -f --output -o --table --sites --fail-on --color --time-zone --jobs -j)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--point')
        __rdpwhy_add_completions -f
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''sqlite'$'\n''zeek'$'\n''markdown'$'\n''html'$'\n''facts'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--table')
        __rdpwhy_add_completions -W 'sessions'$'\n''connections'$'\n''stories'$'\n''evidence'$'\n''inputs'
        return
        ;;
    '--sites')
        __rdpwhy_add_completions -f
        return
        ;;
    '--fail-on')
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--time-zone')
        return
        ;;
    '--jobs'|'-j')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_batch() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __rdpwhy_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    all|plan|run|merge|status)
        # Offer subcommand argument completions
        "_rdpwhy_batch_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'all plan run merge status' -- "${cur}"))
        ;;
    esac
}

_rdpwhy_batch_all() {
    repeating_flags=()
    non_repeating_flags=(--keep-duplicates --fresh --retry-failed --hash --digest --no-digest --verbose -v --summary --force --quiet -q --version -h --help)
    repeating_options=(--port --keylog --client --server --user --session)
    non_repeating_options=(--series --log-zone --max-memory --config --since --until --cause --filter --jobs -j --checkpoint --format -f --output -o --table --sites --fail-on --summary-output --time-zone)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--jobs'|'-j')
        return
        ;;
    '--checkpoint')
        __rdpwhy_add_completions -f
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''sqlite'$'\n''zeek'$'\n''markdown'$'\n''html'$'\n''facts'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--table')
        __rdpwhy_add_completions -W 'sessions'$'\n''connections'$'\n''stories'$'\n''evidence'$'\n''inputs'
        return
        ;;
    '--sites')
        __rdpwhy_add_completions -f
        return
        ;;
    '--fail-on')
        return
        ;;
    '--summary-output')
        __rdpwhy_add_completions -f
        return
        ;;
    '--time-zone')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_batch_plan() {
    repeating_flags=()
    non_repeating_flags=(--force --version -h --help)
    repeating_options=()
    non_repeating_options=(--series --output -o)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_batch_run() {
    repeating_flags=()
    non_repeating_flags=(--shard-from-env --keep-duplicates --fresh --retry-failed --hash --digest --no-digest --verbose -v --summary --force --quiet -q --version -h --help)
    repeating_options=(--port --keylog --client --server --user --session)
    non_repeating_options=(--manifest --shard --series --log-zone --max-memory --config --since --until --cause --filter --jobs -j --checkpoint --format -f --output -o --table --sites --fail-on --summary-output --time-zone)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--manifest')
        __rdpwhy_add_completions -f
        return
        ;;
    '--shard')
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--jobs'|'-j')
        return
        ;;
    '--checkpoint')
        __rdpwhy_add_completions -f
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''sqlite'$'\n''zeek'$'\n''markdown'$'\n''html'$'\n''facts'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--table')
        __rdpwhy_add_completions -W 'sessions'$'\n''connections'$'\n''stories'$'\n''evidence'$'\n''inputs'
        return
        ;;
    '--sites')
        __rdpwhy_add_completions -f
        return
        ;;
    '--fail-on')
        return
        ;;
    '--summary-output')
        __rdpwhy_add_completions -f
        return
        ;;
    '--time-zone')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_batch_merge() {
    repeating_flags=()
    non_repeating_flags=(--summary --force --quiet -q --version -h --help)
    repeating_options=(--client --server --user --session)
    non_repeating_options=(--manifest --since --until --cause --filter --format -f --output -o --table --sites --fail-on --summary-output --time-zone)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--manifest')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''sqlite'$'\n''zeek'$'\n''markdown'$'\n''html'$'\n''facts'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--table')
        __rdpwhy_add_completions -W 'sessions'$'\n''connections'$'\n''stories'$'\n''evidence'$'\n''inputs'
        return
        ;;
    '--sites')
        __rdpwhy_add_completions -f
        return
        ;;
    '--fail-on')
        return
        ;;
    '--summary-output')
        __rdpwhy_add_completions -f
        return
        ;;
    '--time-zone')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_batch_status() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __rdpwhy_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_carve() {
    repeating_flags=()
    non_repeating_flags=(--stories --payload --secrets --force --keep-duplicates --quiet -q --version -h --help)
    repeating_options=(--port --keylog --client --server --user --session)
    non_repeating_options=(--output -o --series --log-zone --max-memory --config --since --until --cause --filter)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __rdpwhy_add_completions -d
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_diff() {
    repeating_flags=()
    non_repeating_flags=(--force --keep-duplicates --version -h --help)
    repeating_options=(--port --keylog --client --server --user --session)
    non_repeating_options=(--format -f --output -o --color --series --log-zone --max-memory --config --since --until --cause --filter)
    __rdpwhy_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''markdown'$'\n''html'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __rdpwhy_add_completions -f
        return
        ;;
    2)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_anonymize() {
    repeating_flags=()
    non_repeating_flags=(--facts --force --keep-duplicates --quiet -q --version -h --help)
    repeating_options=(--port --keylog)
    non_repeating_options=(--output -o --key --series --log-zone --max-memory --config)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __rdpwhy_add_completions -d
        return
        ;;
    '--key')
        __rdpwhy_add_completions -f
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_inspect() {
    repeating_flags=()
    non_repeating_flags=(--keep-duplicates --version -h --help)
    repeating_options=(--port --keylog)
    non_repeating_options=(--format -f --series --log-zone --max-memory --config --color)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--series')
        __rdpwhy_add_completions -W 'auto'$'\n''each'$'\n''one'
        return
        ;;
    '--port')
        return
        ;;
    '--keylog')
        __rdpwhy_add_completions -f
        return
        ;;
    '--log-zone')
        return
        ;;
    '--max-memory')
        return
        ;;
    '--config')
        __rdpwhy_add_completions -f
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_explain() {
    repeating_flags=()
    non_repeating_flags=(--list --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--format -f --color)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''markdown'
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac
}

_rdpwhy_judge() {
    repeating_flags=()
    non_repeating_flags=(--all --version -h --help)
    repeating_options=(--client --server --user --session)
    non_repeating_options=(--format -f --since --until --cause --filter --color --time-zone --fail-on)
    __rdpwhy_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--time-zone')
        return
        ;;
    '--fail-on')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_reduce() {
    repeating_flags=()
    non_repeating_flags=(--part --summary --force --quiet -q --version -h --help)
    repeating_options=(--client --server --user --session)
    non_repeating_options=(--since --until --cause --filter --format -f --output -o --table --sites --fail-on --summary-output --time-zone)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--client')
        return
        ;;
    '--server')
        return
        ;;
    '--user')
        return
        ;;
    '--cause')
        return
        ;;
    '--session')
        return
        ;;
    '--filter')
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'$'\n''sqlite'$'\n''zeek'$'\n''markdown'$'\n''html'$'\n''facts'
        return
        ;;
    '--output'|'-o')
        __rdpwhy_add_completions -f
        return
        ;;
    '--table')
        __rdpwhy_add_completions -W 'sessions'$'\n''connections'$'\n''stories'$'\n''evidence'$'\n''inputs'
        return
        ;;
    '--sites')
        __rdpwhy_add_completions -f
        return
        ;;
    '--fail-on')
        return
        ;;
    '--summary-output')
        __rdpwhy_add_completions -f
        return
        ;;
    '--time-zone')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_evaluate() {
    repeating_flags=()
    non_repeating_flags=(--fit --version -h --help)
    repeating_options=()
    non_repeating_options=(--captures --format -f --color)
    __rdpwhy_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--captures')
        __rdpwhy_add_completions -d
        return
        ;;
    '--format'|'-f')
        __rdpwhy_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--color')
        __rdpwhy_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __rdpwhy_add_completions -f
        return
        ;;
    esac
}

_rdpwhy_schema() {
    repeating_flags=()
    non_repeating_flags=(--fields --columns --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __rdpwhy_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __rdpwhy_add_completions -W 'records'$'\n''session'$'\n''input'$'\n''report'$'\n''facts'$'\n''summary'$'\n''answer'$'\n''carving'$'\n''inspection'$'\n''series'$'\n''plan'$'\n''evaluation'$'\n''explanation'$'\n''comparison'
        return
        ;;
    esac
}

_rdpwhy_mcp() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--root)
    non_repeating_options=(--max-memory --carve)
    __rdpwhy_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--root')
        __rdpwhy_add_completions -d
        return
        ;;
    '--max-memory')
        return
        ;;
    '--carve')
        __rdpwhy_add_completions -d
        return
        ;;
    esac
}

_rdpwhy_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __rdpwhy_offer_flags_options -1
}

complete -o filenames -F _rdpwhy rdpwhy
