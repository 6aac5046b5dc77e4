extension ConceptTable {
  /// Synonyms of the commonest symptoms, concept by concept: what a person says who knows no term for it.
  static let phrases = """
    slow: choppy; jerky; stutter; sluggish; laggy; crawls; crawling; at a crawl; snail; like treacle; like molasses; delayed; half a second behind; seconds behind; lags behind; drags behind; line by line; takes ages; takes for ever; takes forever; jumpy; jittery; judder; in slow motion; slide show; slideshow; hakelig; ruckelig; zaehfluessig; zahflussig; ewig lang; saccad; au ralenti; a tirones; entrecortad; va fatal; カクカク; もっさり; ラグ
    freeze: locks up; lock up; locked up; seizes; stands still; stood still; stalls; stalled; halts; pauses for; comes to a stop; no reaction; does not react; nothing reacts; nothing responds; not responding; is dead for; hangs for; eingefroren; einfriert; hakt; nichts geht mehr; reagiert nicht; figee; fige_; gele_; gelee; colgad; pasmad; congelad; 固まる; 固まって; フリーズ
    drop: knocked out; knock each other out; knocks me out; knocks us out; bounces me; bounced out; ejected; ejects me; closes on me; closes on us; closes again; closes at once; closes right; closes by itself; shut on me; is cut; gets cut; severed; drops out; dropping out; falls off; fell off; loses the connection; loses connection; lost the connection; loses contact; disconnection; disconnections; goes away; went away; vanishes and; is dead; gone dead; is interrupted; gets interrupted; interrupted; rausgekickt; gekickt; trennt sich; abgebrochen; bricht weg; ausgeloggt; unterbrochen; coupee; coupe_; saute_; expuls; me saca; se corta; se cae; interrumpe
    reach: will not connect; not connecting; no connection; connection fails; connection failed; fails to connect; failed to connect; unable to connect; not get on; not get onto; not get in; not log on; no longer reachable; not reachable; is unreachable; unreachable; times out; timed out; does not answer; not answering; no answer from; refuses me; refuses us; is refused; are refused; was refused; rejected; is rejected; does not open; stopped connecting; never opens; no longer connects; stopped working; stopped after
    black: empty screen; dark screen; blue empty; empty desktop; empty blue; no icons; no taskbar; only a pointer; just the pointer; just a pointer; only wallpaper; no picture; no image; white screen; stays dark; stays grey; stays gray; leerer desktop; kein bild; pas d image; sin imagen; 画面が出ない
    everyone: everybody; everybody s; whole office; whole team; whole department; entire team; each of us; all staff; all employees; all colleagues; all our people; all of the users; the lot of us; all 20; all 30; all 40; all 50
    interval: several times a day; several times an hour; a few times a day; a few times an hour; times this morning; times today; times per day; times per hour; now and again; now and then; every so often; on and off; off and on; at random; randomly; sporadic; intermittent; from time to time; mehrmals; mehrfach; ab und zu; sporadisch; plusieurs fois; de temps en temps; varias veces; de vez en cuando; ときどき; たまに; 何度も
    idle: quarter of an hour; without typing; without input; ohne eingabe; without moving; nobody types; do nothing for; doing nothing; not doing anything; leave it alone; left alone; leave it open; leave the window; go for a coffee; coffee break; lunch; away from my desk; away from the desk; phone call; sans rien toucher; ne touche a rien; sin tocar nada; 離席
    password: credentials; log on data; user name and password; anmeldedaten; zugangsdaten; identifiants; credenciales
    wrong: rejected; is rejected; not accepted; refused; refuses; does not take; declined; abgelehnt; zuruckgewiesen; refuse; rechaza; rechazad; 拒否
    certificate: our own ca; internal ca; own ca; ca root; root ca; tls warning; security warning; publisher
    identity: not trusted; untrusted; trust it; trusts it; unknown publisher; can not be identified; can not be verified; nicht vertrauenswurdig; non approuve; no es de confianza
    license: license server; licensing server; licensing; cals; per device; per user
    overload: eats all; eats 100; takes all memory; 100 % cpu; cpu load; no free memory; no more memory; swapping; disk full; out of disk; no disk space; platte voll; auslastung
    elsewhere: other line; other lines; another line; other provider; another provider; other internet
    server: hypervisor; vm host
    fullscreen: docking station; external monitor; external screen; external display; dock_
    gpu: avc444; avc420; h264; h.264; hevc; remotefx
    artefacts: green picture; picture green; smear; coloured blocks; colored blocks; blocks stay; wrong colours; wrong colors; garbled; scrambled; distorted; pixelated; verpixelt; verfarbt; pixelise; pixelad
    shutdown: bluescreened; blue screened; paused the vm; was paused; power cut; power failure; stromausfall; coupure de courant; corte de luz
    """
}
