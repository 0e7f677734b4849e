-- The actions that are being agreed on, as JSON, until the retrospective is held or the score card is reviewed.
alter table crisis_retrospective add column actions varchar(1000000);
alter table crisis_retrospective add column no_action_reason varchar(2000);
alter table drill add column actions varchar(1000000);
alter table crisis_retrospective add column planned_at timestamp with time zone;
