-- On call: rotas, what departs from them, how people are reached, and what the daily check found.

create sequence oncall_change_number start with 1001;
create sequence oncall_finding_number start with 1001;
create sequence oncall_swap_number start with 1001;
create sequence oncall_handover_number start with 1001;

-- Whoever changes what a rota amounts to locks its row first; so two changes that contradict each other meet here.
create table oncall_rota (
    id varchar(60) primary key,
    name varchar(200) not null,
    owner varchar(255),
    zone varchar(60) not null,
    layers varchar(1000000) not null,
    revision integer not null,
    changed_by varchar(255) not null,
    changed_at timestamp with time zone not null,
    -- Who was on call when the hand-over check last looked, as a JSON list; null before the first look.
    last_seen varchar(4000)
);

create table oncall_stand_in (
    id varchar(20) primary key,
    rota varchar(60) not null references oncall_rota (id),
    person varchar(255) not null,
    replaces varchar(255),
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    reason varchar(1000),
    made_by varchar(255) not null,
    made_at timestamp with time zone not null,
    cancelled_by varchar(255),
    cancelled_at timestamp with time zone,
    constraint oncall_stand_in_lasts check (starts_at < ends_at)
);
create index oncall_stand_in_rota on oncall_stand_in (rota, ends_at);

create table oncall_absence (
    id varchar(20) primary key,
    person varchar(255) not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    reason varchar(1000),
    made_by varchar(255) not null,
    made_at timestamp with time zone not null,
    cancelled_by varchar(255),
    cancelled_at timestamp with time zone,
    constraint oncall_absence_lasts check (starts_at < ends_at)
);
create index oncall_absence_person on oncall_absence (person, ends_at);

-- Shifts from an imported calendar; while one of them runs it stands before the rotation.
create table oncall_planned_shift (
    rota varchar(60) not null references oncall_rota (id),
    person varchar(255) not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    uid varchar(400) not null,
    primary key (rota, person, starts_at),
    constraint oncall_planned_shift_lasts check (starts_at < ends_at)
);

create table oncall_address (
    person varchar(255) not null,
    position integer not null,
    kind varchar(20) not null,
    target varchar(320) not null,
    primary key (person, kind, target)
);

create table oncall_dead_address (
    person varchar(255) not null,
    kind varchar(20) not null,
    target varchar(320) not null,
    why varchar(1000) not null,
    marked_by varchar(255) not null,
    marked_at timestamp with time zone not null,
    primary key (person, kind, target)
);

create table oncall_feed (
    token_hash varchar(64) primary key,
    person varchar(255) not null,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
create index oncall_feed_person on oncall_feed (person);

create table oncall_finding (
    id varchar(20) primary key,
    rota varchar(60) not null references oncall_rota (id),
    kind varchar(20) not null,
    person varchar(255),
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    -- The gap goes on beyond the days that the check looks at.
    open_ended boolean not null,
    detail varchar(1000) not null,
    owner varchar(255),
    state varchar(20) not null,
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    closed_by varchar(255),
    reason varchar(1000)
);
create index oncall_finding_rota on oncall_finding (rota, state);

create table oncall_swap (
    id varchar(20) primary key,
    rota varchar(60) not null references oncall_rota (id),
    offered_by varchar(255) not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    note varchar(1000),
    expires_at timestamp with time zone not null,
    state varchar(20) not null,
    offered_at timestamp with time zone not null,
    taken_by varchar(255),
    closed_at timestamp with time zone
);
create index oncall_swap_rota on oncall_swap (rota, state);

create table oncall_handover (
    id varchar(20) primary key,
    rota varchar(60) not null references oncall_rota (id),
    incoming varchar(255) not null,
    outgoing varchar(4000) not null,
    matters varchar(1000000) not null,
    changed_at timestamp with time zone not null,
    note varchar(4000),
    noted_by varchar(255),
    taken_by varchar(255),
    taken_at timestamp with time zone
);
create index oncall_handover_rota on oncall_handover (rota, changed_at);
