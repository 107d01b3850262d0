# First: mvn -q -DskipTests package. Then: docker build -t conversations-bridge .
FROM eclipse-temurin:17-jre
WORKDIR /bridge
COPY target/bridge/ ./
RUN useradd --system bridge && mkdir logs && chown bridge logs
USER bridge
EXPOSE 8080
ENTRYPOINT ["bin/bridge"]
