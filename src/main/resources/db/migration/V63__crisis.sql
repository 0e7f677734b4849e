create sequence crisis_number start with 5001;

create table crisis (
    id varchar(40) primary key,
    title varchar(300) not null,
    topic varchar(800),
    scenario varchar(40) not null,
    level varchar(10) not null,
    -- JSON: sentences; and what is known.
    reasons varchar(100000) not null,
    facts varchar(4000) not null,
    -- Null until triage has said so.
    matter_public boolean,
    state varchar(20) not null,
    mode varchar(10) not null,
    first_sighted timestamp with time zone not null,
    opened_at timestamp with time zone not null,
    opened_by varchar(200) not null,
    holder varchar(200),
    acknowledged_at timestamp with time zone,
    over_at timestamp with time zone,
    closed_at timestamp with time zone,
    outcome varchar(4000)
);

create index crisis_state on crisis (state, opened_at);

-- One row an affected account; '*' stands for the whole house.
create table crisis_scope (
    crisis_id varchar(40) not null references crisis (id),
    account_id varchar(100) not null,
    -- Account and topic while it is open, null afterwards and in drills: at most one open crisis for both.
    open_key varchar(1000),
    primary key (crisis_id, account_id),
    constraint crisis_open_once unique (open_key)
);

-- One row; whoever opens a crisis locks it, so that two signals at once open one crisis instead of failing on the key.
create table crisis_guard (
    id integer primary key
);

insert into crisis_guard (id) values (1);

create sequence crisis_timeline_number start with 1;

-- Append only.
create table crisis_timeline (
    id bigint primary key,
    crisis_id varchar(40) not null references crisis (id),
    at timestamp with time zone not null,
    kind varchar(100) not null,
    actor varchar(200) not null,
    -- Whether a person did it: that is activity.
    activity boolean not null,
    text varchar(4000) not null
);

create index crisis_timeline_of on crisis_timeline (crisis_id, id);

create table crisis_milestone (
    crisis_id varchar(40) not null references crisis (id),
    milestone varchar(40) not null,
    at timestamp with time zone not null,
    primary key (crisis_id, milestone)
);

-- Clocks that do not count from the first sighting: when each was wound last.
create table crisis_clock (
    crisis_id varchar(40) not null references crisis (id),
    clock varchar(40) not null,
    wound_at timestamp with time zone not null,
    primary key (crisis_id, clock)
);

-- What a crisis holds, and what a drill would have held; publications that came into its scope later are not here.
create table crisis_held (
    crisis_id varchar(40) not null references crisis (id),
    publication_id varchar(40) not null,
    shadow boolean not null,
    since timestamp with time zone not null,
    primary key (crisis_id, publication_id)
);

create sequence crisis_role_number start with 1;

-- Who had which role from when to when; the rows without an end are who has it now.
create table crisis_role (
    id bigint primary key,
    crisis_id varchar(40) not null references crisis (id),
    role varchar(40) not null,
    person varchar(200) not null,
    since timestamp with time zone not null,
    until timestamp with time zone
);

create index crisis_role_of on crisis_role (crisis_id, role);

create sequence crisis_handover_number start with 1;

create table crisis_handover (
    id bigint primary key,
    crisis_id varchar(40) not null references crisis (id),
    role varchar(40) not null,
    giver varchar(200),
    taker varchar(200) not null,
    note varchar(2000),
    offered_at timestamp with time zone not null,
    answered_at timestamp with time zone,
    accepted boolean
);

create index crisis_handover_of on crisis_handover (crisis_id, id);

create sequence crisis_downgrade_number start with 1;

-- Wishes to lower the level, which the commander decides.
create table crisis_downgrade (
    id bigint primary key,
    crisis_id varchar(40) not null references crisis (id),
    level varchar(10) not null,
    reason varchar(2000) not null,
    asked_by varchar(200) not null,
    asked_at timestamp with time zone not null,
    decided_by varchar(200),
    decided_at timestamp with time zone,
    approved boolean
);

create index crisis_downgrade_of on crisis_downgrade (crisis_id, id);
