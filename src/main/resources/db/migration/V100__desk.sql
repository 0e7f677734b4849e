-- What the pages of the desk ask for: the newest pieces, what goes out or is due in a month, rights that end.
create index content_piece_opened on content_piece (opened_at, id);
create index content_asset_piece on content_asset (piece_id);
create index publication_slot_local on publication (slot_local, account_id);
create index publication_hold_since on publication_hold (since);
create index review_stage_due on review_stage (due_at);

alter table content_asset add column rights_until date;
update content_asset
set rights_until = cast(substring(rights from position('"validTo":"' in rights) + 11 for 10) as date)
where rights like '%"validTo":"%';
create index content_asset_rights_until on content_asset (rights_until);
