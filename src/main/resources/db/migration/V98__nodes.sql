-- Whether this database is a copy that was put back. The embedded database sets the mark while it is being copied, so that
-- only the copies have it; on PostgreSQL it comes from a setting. What went out since is looked up before anything else goes.
create table restored_backup (
    id integer primary key,
    -- When the copy was made; null in a database that goes on by itself.
    taken_at timestamp with time zone,
    -- Up to which copy everything was looked up.
    reconciled timestamp with time zone
);

insert into restored_backup (id) values (1);
