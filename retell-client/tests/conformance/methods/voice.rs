use retell_client::models::CloneVoice;


methods! {
    "retrieve" => |client, sample| client.voice().retrieve(sample.id("voice_id")),
    "list" => |client, sample| client.voice().list(),
    "add_resource" => |client, sample| client.voice().add_resource(&sample.body()),
    "clone" => |client, sample| {
        let (mut voice, files) = sample.upload::<CloneVoice>("files");
        voice.files = files;
        client.voice().clone(&voice)
    },
    "search" => |client, sample| client.voice().search(&sample.body()),
}
