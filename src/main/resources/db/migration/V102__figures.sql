-- What the figures of a period are found by; without these they read whole tables.
create index figures_piece on content_piece (opened_at);
create index figures_published on publication (published_at);
create index figures_taken_down on publication (taken_down_at);
create index figures_decided on review_stage (decided_at);
create index figures_closed on review_round (closed_at);
create index figures_crisis on crisis (opened_at);
create index figures_drill on drill (started_at);

-- Which reports were mailed; whoever adds the row mails it, on whichever node.
create table figures_report (
    -- The last day that it tells about.
    to_day   date                     not null primary key,
    from_day date                     not null,
    group_id varchar(255)             not null,
    made_at  timestamp with time zone not null
);
