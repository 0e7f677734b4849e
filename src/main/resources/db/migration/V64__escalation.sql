-- One row a crisis: where its ladder stands. Whoever moves it locks the crisis first.
create table crisis_ladder (
    crisis_id varchar(40) primary key,
    -- Counts every climb and loop from 1 and never goes back; who climbs by hand names the step that was seen.
    step integer not null,
    tier integer not null,
    loop_count integer not null,
    -- The highest tier that is to be paged without waiting.
    demanded_tier integer not null,
    -- The tier whose turn it was when somebody took it.
    taken_tier integer,
    -- When the current tier was due, not when its job ran: what follows is computed from it.
    tier_due_at timestamp with time zone not null,
    next_climb_at timestamp with time zone,
    -- When the holder was asked "still on it?"; null while no answer is awaited.
    asked_at timestamp with time zone
);

create sequence page_number start with 7001;

-- Who was paged at which step, and what became of it.
create table crisis_page (
    id varchar(40) primary key,
    crisis_id varchar(40) not null,
    step integer not null,
    tier integer not null,
    person varchar(200) not null,
    kind varchar(20) not null,
    -- JSON list: who comes next when nothing reaches this person.
    next_people varchar(4000) not null,
    second_address_at timestamp with time zone,
    requested_at timestamp with time zone not null,
    state varchar(20) not null,
    through varchar(400),
    outcome varchar(2000),
    outcome_at timestamp with time zone,
    constraint crisis_page_once unique (crisis_id, step, tier, person)
);

create index crisis_page_of on crisis_page (crisis_id, requested_at);

-- The links in pages: each is for one person, one crisis and one deed, and works once.
create table crisis_link (
    id varchar(40) primary key,
    crisis_id varchar(40) not null,
    person varchar(200) not null,
    tier integer not null,
    purpose varchar(20) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create index crisis_link_of on crisis_link (crisis_id);

-- The key that signs the links; made once, when the first is needed.
create table crisis_link_key (
    id integer primary key,
    secret varchar(200) not null
);
