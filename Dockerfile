# First: mvn -q -DskipTests package. Then: docker build -t conversations-bridge .
FROM eclipse-temurin:17-jre
WORKDIR /bridge
COPY target/bridge/ ./
RUN useradd --system bridge && mkdir logs data && chown bridge logs data
USER bridge
VOLUME /bridge/data
EXPOSE 8080
ENTRYPOINT ["bin/bridge"]
