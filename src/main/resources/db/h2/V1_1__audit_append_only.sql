-- H2 knows only triggers written in Java; a tool without our classes on its path cannot change the entries either.
create trigger audit_entry_append_only before update, delete on audit_entry
    for each row call 'io.watchdesk.audit.AppendOnlyTrigger';
