-- What the register of rights is searched in: name, ids and rights in small letters, which need not be made anew for each search.
alter table content_asset add column found_by varchar(41000);
update content_asset set found_by = lower(file_name || ' ' || id || ' ' || piece_id || ' ' || coalesce(rights, ''));
