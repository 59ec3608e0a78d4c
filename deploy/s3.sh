#!/bin/sh
# Amazon S3: `cargo xtask build`, then `deploy/s3.sh BUCKET`. Each file with how long it is
# kept. Of earlier builds the client stays, which open pages ask for; pictures go: somebody may
# have taken a permission back.
set -eu
cd "$(dirname "$0")/../dist"
to="s3://$1"
kept='public, max-age=31536000, immutable'
asked='public, max-age=0, must-revalidate'
# Compressed files are for others: CloudFront compresses by itself.
aws s3 sync assets "$to/assets" --exclude '*.br' --exclude '*.gz' --cache-control "$kept"
# From here, because a site without pictures has no such folder.
aws s3 sync . "$to" --exclude '*' --include 'assets/images/*' --delete --cache-control "$kept"
aws s3 sync . "$to" --exclude '*' --include '*.html' --delete \
  --content-type 'text/html; charset=utf-8' --cache-control "$asked"
aws s3 sync . "$to" --exclude 'assets/*' --exclude '*.html' --exclude '*.br' --exclude '*.gz' --delete \
  --exclude '_*' --exclude '.*' --cache-control "$asked"
