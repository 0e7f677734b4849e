-- A group that may sign off as well since the stage's own group was late.
alter table review_stage add column stand_in_group varchar(255);

-- What the response strategy is chosen from (SCCT): responsibility, and whether the same happened before.
alter table statement add column cluster varchar(20);
alter table statement add column repeated boolean;
