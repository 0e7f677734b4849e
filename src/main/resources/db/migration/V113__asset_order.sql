-- The register of rights shows the newest files first.
create index content_asset_uploaded on content_asset (uploaded_at, id);
