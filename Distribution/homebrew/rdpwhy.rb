# Written, not tried: no macOS machine builds the project yet.
class Rdpwhy < Formula
  desc "Say why a Remote Desktop session dropped"
  homepage "https://example.invalid/rdpwhy"
  head "https://example.invalid/rdpwhy.git", branch: "main"

  depends_on xcode: ["26.0", :build]
  depends_on "libarchive"
  depends_on "libpcap"

  def install
    system "swift", "build", "--configuration", "release", "--disable-sandbox", "--product", "rdpwhy"
    bin.install ".build/release/rdpwhy"
    man1.install Dir["Distribution/manual/*.1"]
    bash_completion.install "Distribution/manual/completions/rdpwhy.bash" => "rdpwhy"
    zsh_completion.install "Distribution/manual/completions/_rdpwhy"
    fish_completion.install "Distribution/manual/completions/rdpwhy.fish"
  end

  test do
    assert_match "904", shell_output("#{bin}/rdpwhy explain 0x904 0x7")
  end
end
