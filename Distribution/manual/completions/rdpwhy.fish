function __rdpwhy_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __rdpwhy_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __rdpwhy_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __rdpwhy_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __rdpwhy_parse_tokens -S
    set -l unparsed_tokens (__rdpwhy_tokens -pc)
    switch $unparsed_tokens[1]
    case 'rdpwhy'
        __rdpwhy_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'analyze'
            __rdpwhy_parse_subcommand -r 1 'point=+' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'f/format=' 'o/output=' 'table=' 'summary' 'sites=' 'force' 'fail-on=' 'color=' 'all' 'time-zone=' 'j/jobs=' 'digest' 'no-digest' 'q/quiet' 'v/verbose' 'print-config' 'version' 'h/help'
        case 'batch'
            __rdpwhy_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'all'
                __rdpwhy_parse_subcommand -r 1 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'j/jobs=' 'checkpoint=' 'fresh' 'retry-failed' 'hash' 'digest' 'no-digest' 'v/verbose' 'f/format=' 'o/output=' 'table=' 'summary' 'sites=' 'force' 'fail-on=' 'summary-output=' 'time-zone=' 'q/quiet' 'version' 'h/help'
            case 'plan'
                __rdpwhy_parse_subcommand -r 1 'series=' 'o/output=' 'force' 'version' 'h/help'
            case 'run'
                __rdpwhy_parse_subcommand -r 1 'manifest=' 'shard=' 'shard-from-env' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'j/jobs=' 'checkpoint=' 'fresh' 'retry-failed' 'hash' 'digest' 'no-digest' 'v/verbose' 'f/format=' 'o/output=' 'table=' 'summary' 'sites=' 'force' 'fail-on=' 'summary-output=' 'time-zone=' 'q/quiet' 'version' 'h/help'
            case 'merge'
                __rdpwhy_parse_subcommand -r 1 'manifest=' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'f/format=' 'o/output=' 'table=' 'summary' 'sites=' 'force' 'fail-on=' 'summary-output=' 'time-zone=' 'q/quiet' 'version' 'h/help'
            case 'status'
                __rdpwhy_parse_subcommand 1 'version' 'h/help'
            end
        case 'carve'
            __rdpwhy_parse_subcommand -r 1 'o/output=' 'stories' 'payload' 'secrets' 'force' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'q/quiet' 'version' 'h/help'
        case 'diff'
            __rdpwhy_parse_subcommand 2 'f/format=' 'o/output=' 'force' 'color=' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'version' 'h/help'
        case 'anonymize'
            __rdpwhy_parse_subcommand -r 1 'o/output=' 'key=' 'facts' 'force' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'q/quiet' 'version' 'h/help'
        case 'inspect'
            __rdpwhy_parse_subcommand -r 1 'f/format=' 'series=' 'port=+' 'keylog=+' 'log-zone=' 'max-memory=' 'config=' 'keep-duplicates' 'color=' 'version' 'h/help'
        case 'explain'
            __rdpwhy_parse_subcommand -r 1 'f/format=' 'color=' 'list' 'all' 'version' 'h/help'
        case 'judge'
            __rdpwhy_parse_subcommand 1 'f/format=' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'color=' 'all' 'time-zone=' 'fail-on=' 'version' 'h/help'
        case 'reduce'
            __rdpwhy_parse_subcommand -r 1 'part' 'since=' 'until=' 'client=+' 'server=+' 'user=+' 'cause=' 'session=+' 'filter=' 'f/format=' 'o/output=' 'table=' 'summary' 'sites=' 'force' 'fail-on=' 'summary-output=' 'time-zone=' 'q/quiet' 'version' 'h/help'
        case 'evaluate'
            __rdpwhy_parse_subcommand -r 1 'captures=' 'fit' 'f/format=' 'color=' 'version' 'h/help'
        case 'schema'
            __rdpwhy_parse_subcommand 1 'fields' 'columns' 'version' 'h/help'
        case 'mcp'
            __rdpwhy_parse_subcommand 0 'root=+' 'max-memory=' 'carve=' 'version' 'h/help'
        case 'help'
            __rdpwhy_parse_subcommand -r 1 'version'
        end
    end
end

function __rdpwhy_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __rdpwhy_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __rdpwhy_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __rdpwhy_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__rdpwhy_tokens -p)
    if test -z "$(__rdpwhy_tokens -t)"
        set -l index (count (__rdpwhy_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'rdpwhy' -f
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'analyze' -d 'Says why the sessions in captures and logs ended (the default command).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'batch' -d 'Analyses folders and archives of captures and logs, resumable and in parallel.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'carve' -d 'Cuts sessions out of captures: one small pcapng for each, with verdict and evidence.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'diff' -d 'Says what changed from one result to another, and what may be chance.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'anonymize' -d 'Writes captures, logs and reports anew with pseudonyms, so that they can be handed on.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'inspect' -d 'Says what captures are, and whether they are fit for a verdict.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'explain' -d 'Explains a verdict, an error code, a message or a subject, offline.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'judge' -d 'Judges stored facts (analyze --format facts) anew, without their captures.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'reduce' -d 'Compares and judges the facts of many series, from files or standard input.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'evaluate' -d 'Measures how often the verdicts on labelled captures are right.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'schema' -d 'Prints the JSON Schema of the machine-readable output.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'mcp' -d 'Lets an assistant analyse captures: the Model Context Protocol on standard input and output.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy analyze" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'point' -d 'A capture and where it was taken: client, server, or a name for a place between; may be given several times. Without it the packets tell.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, ndjson, csv, sqlite, zeek, markdown, html, facts. Without it the name of --output decides, else text (batch: ndjson).' -rfka 'text json ndjson csv sqlite zeek markdown html facts'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" o output' -l 'output' -s 'o' -d 'Write to this file: to PATH.partial first, renamed when complete. For csv and zeek a folder (FOLDER/) gets all tables.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" table' -l 'table' -d 'The table that csv and zeek write, where they do not write all into a folder: sessions, connections, stories, evidence, inputs.' -rfka 'sessions connections stories evidence inputs'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" summary' -l 'summary' -d 'Sum up by cause, server, network, hour and file (text, json, markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" sites' -l 'sites' -d 'Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many of one (network:5): clean, network, negotiation, tls, credssp, server, client, protocol, undetermined; none.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" all' -l 'all' -d 'Show every session in full, also the clean ones.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" time-zone' -l 'time-zone' -d 'For people (text, markdown, html): show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" j jobs' -l 'jobs' -s 'j' -d 'Cores that judge and write side by side; all.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" digest' -l 'digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" no-digest' -l 'no-digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" q quiet' -l 'quiet' -s 'q' -d 'No notes about the inputs\' quality; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" v verbose' -l 'verbose' -s 'v' -d 'Say on standard error what is done, and how long it takes.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" print-config' -l 'print-config' -d 'Print what holds after configuration file, environment and options, and end.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy analyze" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch" -eq 1' -fa 'all' -d 'Does everything on this machine (the default).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch" -eq 1' -fa 'plan' -d 'Writes what there is to do: one line of JSON for each series.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch" -eq 1' -fa 'run' -d 'Analyses a plan, or this machine\'s share of it.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch" -eq 1' -fa 'merge' -d 'Judges the facts of shards as one run would have, in any form.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch" -eq 1' -fa 'status' -d 'Shows how far a run is, or how far it came.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch all" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" j jobs' -l 'jobs' -s 'j' -d 'Series analysed side by side; the number of processors.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" checkpoint' -l 'checkpoint' -d 'Where finished series are kept; OUTPUT.checkpoint, none without --output.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" fresh' -l 'fresh' -d 'Analyse everything anew, whatever the checkpoint has.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" retry-failed' -l 'retry-failed' -d 'Analyse again what could not be read the last time, although it looks the same.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" hash' -l 'hash' -d 'Recognise changed inputs by their contents (SHA-256), not by size and time.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" digest' -l 'digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" no-digest' -l 'no-digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" v verbose' -l 'verbose' -s 'v' -d 'Say on standard error what is done, each series too, and how long it takes.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, ndjson, csv, sqlite, zeek, markdown, html, facts. Without it the name of --output decides, else text (batch: ndjson).' -rfka 'text json ndjson csv sqlite zeek markdown html facts'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" o output' -l 'output' -s 'o' -d 'Write to this file: to PATH.partial first, renamed when complete. For csv and zeek a folder (FOLDER/) gets all tables.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" table' -l 'table' -d 'The table that csv and zeek write, where they do not write all into a folder: sessions, connections, stories, evidence, inputs.' -rfka 'sessions connections stories evidence inputs'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" summary' -l 'summary' -d 'Sum up by cause, server, network, hour and file (text, json, markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" sites' -l 'sites' -d 'Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many of one (network:5): clean, network, negotiation, tls, credssp, server, client, protocol, undetermined; none.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" summary-output' -l 'summary-output' -d 'Write such a summary as well: FILE.json, FILE.md, or text.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" time-zone' -l 'time-zone' -d 'With --format html: show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" q quiet' -l 'quiet' -s 'q' -d 'No progress on standard error; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch all" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch plan" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch plan" series' -l 'series' -d 'Which captures are one stream: auto, each, one.' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch plan" o output' -l 'output' -s 'o' -d 'Write to this file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch plan" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch plan" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch run" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" manifest' -l 'manifest' -d 'The plan that `batch plan` wrote, or some of its lines; - is standard input.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" shard' -l 'shard' -d 'The share: 2/8 is the second of eight.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" shard-from-env' -l 'shard-from-env' -d 'Take the share from the scheduler\'s variables.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" j jobs' -l 'jobs' -s 'j' -d 'Series analysed side by side; the number of processors.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" checkpoint' -l 'checkpoint' -d 'Where finished series are kept; OUTPUT.checkpoint, none without --output.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" fresh' -l 'fresh' -d 'Analyse everything anew, whatever the checkpoint has.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" retry-failed' -l 'retry-failed' -d 'Analyse again what could not be read the last time, although it looks the same.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" hash' -l 'hash' -d 'Recognise changed inputs by their contents (SHA-256), not by size and time.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" digest' -l 'digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" no-digest' -l 'no-digest' -d 'Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up to 16 MiB are.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" v verbose' -l 'verbose' -s 'v' -d 'Say on standard error what is done, each series too, and how long it takes.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, ndjson, csv, sqlite, zeek, markdown, html, facts. Without it the name of --output decides, else text (batch: ndjson).' -rfka 'text json ndjson csv sqlite zeek markdown html facts'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" o output' -l 'output' -s 'o' -d 'Write to this file: to PATH.partial first, renamed when complete. For csv and zeek a folder (FOLDER/) gets all tables.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" table' -l 'table' -d 'The table that csv and zeek write, where they do not write all into a folder: sessions, connections, stories, evidence, inputs.' -rfka 'sessions connections stories evidence inputs'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" summary' -l 'summary' -d 'Sum up by cause, server, network, hour and file (text, json, markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" sites' -l 'sites' -d 'Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many of one (network:5): clean, network, negotiation, tls, credssp, server, client, protocol, undetermined; none.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" summary-output' -l 'summary-output' -d 'Write such a summary as well: FILE.json, FILE.md, or text.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" time-zone' -l 'time-zone' -d 'With --format html: show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" q quiet' -l 'quiet' -s 'q' -d 'No progress on standard error; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch merge" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" manifest' -l 'manifest' -d 'The plan of the shards: what it has and the parts lack, or have twice, is named, and the exit code is 3.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, ndjson, csv, sqlite, zeek, markdown, html, facts. Without it the name of --output decides, else text (batch: ndjson).' -rfka 'text json ndjson csv sqlite zeek markdown html facts'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" o output' -l 'output' -s 'o' -d 'Write to this file: to PATH.partial first, renamed when complete. For csv and zeek a folder (FOLDER/) gets all tables.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" table' -l 'table' -d 'The table that csv and zeek write, where they do not write all into a folder: sessions, connections, stories, evidence, inputs.' -rfka 'sessions connections stories evidence inputs'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" summary' -l 'summary' -d 'Sum up by cause, server, network, hour and file (text, json, markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" sites' -l 'sites' -d 'Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many of one (network:5): clean, network, negotiation, tls, credssp, server, client, protocol, undetermined; none.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" summary-output' -l 'summary-output' -d 'Write such a summary as well: FILE.json, FILE.md, or text.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" time-zone' -l 'time-zone' -d 'With --format html: show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" q quiet' -l 'quiet' -s 'q' -d 'No progress on standard error; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy batch status" -eq 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch status" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy batch status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy carve" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" o output' -l 'output' -s 'o' -d 'The folder for the captures, named by uid.' -rfa '(__rdpwhy_complete_directories)'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" stories' -l 'stories' -d 'Sessions of one story go into one capture.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" payload' -l 'payload' -d 'Keep what the desktop showed; it is encrypted unless secrets open it.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" secrets' -l 'secrets' -d 'Include the TLS secrets of the sessions, from the captures and from --keylog.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" force' -l 'force' -d 'Replace captures that are there.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" q quiet' -l 'quiet' -s 'q' -d 'No notes about the inputs\' quality; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy carve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy diff" -eq 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy diff" -eq 2' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, markdown, html.' -rfka 'text json markdown html'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" o output' -l 'output' -s 'o' -d 'Write to this file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy anonymize" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" o output' -l 'output' -s 'o' -d 'The folder for what is written.' -rfa '(__rdpwhy_complete_directories)'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" key' -l 'key' -d 'The file with the key of the pseudonyms; made where there is none.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" facts' -l 'facts' -d 'Also write facts.ndjson: what the verdicts rest on, for rdpwhy judge, with the same pseudonyms.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" force' -l 'force' -d 'Replace files that are there.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" q quiet' -l 'quiet' -s 'q' -d 'No notes about the inputs\' quality; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy anonymize" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy inspect" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" f format' -l 'format' -s 'f' -d 'Form of the output.' -rfka 'text json'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" series' -l 'series' -d 'Captures that are one stream: auto (the files of a ring, by their names and times), each (none), one (all).' -rfka 'auto each one'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect"' -l 'port' -d 'Another port on which a server speaks RDP; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect"' -l 'keylog' -d 'TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" log-zone' -l 'log-zone' -d 'Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a capture it is found by itself.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out is said. A batch never takes more for all series side by side.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" config' -l 'config' -d 'Configuration file, instead of the usual one (rdpwhy help config); none for no file.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" keep-duplicates' -l 'keep-duplicates' -d 'Count copies of packets as the capture has them, instead of removing them.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy inspect" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" f format' -l 'format' -s 'f' -d 'Form of the output.' -rfka 'text json markdown'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" list' -l 'list' -d 'List the codes of all pages, or of the kind named.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" all' -l 'all' -d 'Write every page.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy judge" -eq 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" f format' -l 'format' -s 'f' -d 'Form of the output.' -rfka 'text json ndjson'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" all' -l 'all' -d 'Show every session in full, also the clean ones.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" time-zone' -l 'time-zone' -d 'For people (text, markdown, html): show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy judge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy reduce" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" part' -l 'part' -d 'The series are a part of a larger run that shares no host with the rest: sessions of two captures are compared by initial sequence numbers only, as in a run of more than 4,096 sessions.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" since' -l 'since' -d 'Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, 2026-03-01T09:00:30+01:00; without a zone it is UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" until' -l 'until' -d 'Sessions that began at this time or before.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce"' -l 'client' -d 'Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce"' -l 'server' -d 'Sessions with servers in this network; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce"' -l 'user' -d 'Sessions of this account, with or without its domain; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" cause' -l 'cause' -d 'Sessions with one of these causes: clean, network, negotiation, tls, credssp, server, client, protocol, undetermined.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce"' -l 'session' -d 'The session with this uid; may be given several times.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" filter' -l 'filter' -d 'Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been captured.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" f format' -l 'format' -s 'f' -d 'Form of the output: text, json, ndjson, csv, sqlite, zeek, markdown, html, facts. Without it the name of --output decides, else text (batch: ndjson).' -rfka 'text json ndjson csv sqlite zeek markdown html facts'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" o output' -l 'output' -s 'o' -d 'Write to this file: to PATH.partial first, renamed when complete. For csv and zeek a folder (FOLDER/) gets all tables.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" table' -l 'table' -d 'The table that csv and zeek write, where they do not write all into a folder: sessions, connections, stories, evidence, inputs.' -rfka 'sessions connections stories evidence inputs'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" summary' -l 'summary' -d 'Sum up by cause, server, network, hour and file (text, json, markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" sites' -l 'sites' -d 'Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" force' -l 'force' -d 'Let --output replace a file.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" fail-on' -l 'fail-on' -d 'Exit with 1 if a session has one of these causes, or so many of one (network:5): clean, network, negotiation, tls, credssp, server, client, protocol, undetermined; none.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" summary-output' -l 'summary-output' -d 'Write such a summary as well: FILE.json, FILE.md, or text.' -rF
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" time-zone' -l 'time-zone' -d 'With --format html: show times by this clock too (Europe/Berlin), beside UTC.' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" q quiet' -l 'quiet' -s 'q' -d 'No progress on standard error; errors stay.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy reduce" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy evaluate" -ge 1' -F
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" captures' -l 'captures' -d 'Folder of the captures; without it, the folder of each set\'s labels.' -rfa '(__rdpwhy_complete_directories)'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" fit' -l 'fit' -d 'Also fit the confidences to each set, with cross-validation by scenario.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" f format' -l 'format' -s 'f' -d 'Form of the output.' -rfka 'text json'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" color' -l 'color' -d 'Colour in text output: auto (on a terminal), always, never.' -rfka 'auto always never'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy evaluate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_positional "rdpwhy schema" -eq 1' -fka 'records session input report facts summary answer carving inspection series plan evaluation explanation comparison'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy schema" fields' -l 'fields' -d 'Print a page of all fields instead (Markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy schema" columns' -l 'columns' -d 'Print a page of the tables\' columns instead (Markdown).'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy schema" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy mcp"' -l 'root' -d 'A folder below which files may be read; may be given several times.' -rfa '(__rdpwhy_complete_directories)'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy mcp" max-memory' -l 'max-memory' -d 'Memory that one analysis may take, such as 256M or 2G (1G, at least 64M).' -rfka ''
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy mcp" carve' -l 'carve' -d 'The folder that captures of single sessions may be written to; allows the tool carve.' -rfa '(__rdpwhy_complete_directories)'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy mcp" version' -l 'version' -d 'Show the version.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy mcp" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'rdpwhy' -n '__rdpwhy_should_offer_completions_for_flags_or_options "rdpwhy help" version' -l 'version' -d 'Show the version.'
