create trigger crisis_timeline_append_only before update, delete on crisis_timeline
    for each row call 'io.watchdesk.crisis.TimelineTrigger';
