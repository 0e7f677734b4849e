-- A group that may sign off as well since the stage's own group was late.
alter table review_stage add column stand_in_group varchar(255);

-- What the response strategy is chosen from (SCCT): responsibility, and whether the same happened before.
alter table statement add column cluster varchar(20);
alter table statement add column repeated boolean;

-- Phrases that a template offers, by element, as JSON.
alter table statement_template add column phrases varchar(100000);

-- An update to everybody involved while it is being written.
create table crisis_update_draft (
  crisis_id varchar(20) not null,
  audience  varchar(20) not null,
  text      varchar(200000) not null,
  next_at   timestamp with time zone,
  saved_by  varchar(255) not null,
  saved_at  timestamp with time zone not null,
  primary key (crisis_id, audience)
);
