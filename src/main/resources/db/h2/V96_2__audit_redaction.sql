create trigger audit_redaction_append_only before update, delete on audit_redaction
    for each row call 'io.watchdesk.audit.AppendOnlyTrigger';
