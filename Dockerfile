FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev

COPY . .
RUN mkdir .roster && chown node:node .roster

USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# MONGODB_URI must be set: this image carries no MongoDB (docker-compose.yml brings one).
# Loopback inside a container reaches nobody, so the web server listens on every address of the container.
ENTRYPOINT ["node", "--import", "tsx", "main.ts"]
CMD ["start", "--host", "0.0.0.0"]
