# The site in a container: `docker build --tag site . && docker run --publish 8080:80 site`.
FROM node:22-bookworm-slim AS node

FROM rust:1.95-bookworm AS build
COPY --from=node /usr/local/bin /usr/local/bin
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
WORKDIR /project
COPY . .
RUN cargo xtask build

FROM caddy:2-alpine
COPY --from=build /project/dist /srv/dist
COPY --from=build /project/hosts/Caddyfile /etc/caddy/Caddyfile
# Without certificates: whoever stands before it has them.
ENV ADDRESS=:80 ROOT=/srv/dist
EXPOSE 80
CMD ["caddy", "run", "--adapter", "caddyfile", "--config", "/etc/caddy/Caddyfile"]
