resource "azurerm_batch_pool" "render" {
  name = "render"

  auto_scale {
    evaluation_interval = "PT5M"
    formula             = <<-EOT
      pending = max(0, $PendingTask.GetSample(1));
      $TargetDedicatedNodes = min(${var.max_nodes}, pending / 4);
      $NodeDeallocationOption = taskcompletion;
    EOT
  }
}
